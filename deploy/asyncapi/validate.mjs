// Validates AsyncAPI documents with the reference parser and all rules it comes with.
// Usage: node validate.mjs <file>...   Exit code 0: all are sound; 1: the findings stand in the output.
import { readFile } from 'node:fs/promises'
import { Parser } from '@asyncapi/parser'

const SEVERITIES = ['error', 'warning', 'information', 'hint']
// What the rules recommend and we decide against, with the reason.
const NOT_WANTED = new Set([
  'asyncapi-latest-version' // 3.0 is what tools read today
])

let sound = true
for (const file of process.argv.slice(2)) {
  const { document, diagnostics } = await new Parser().parse(await readFile(file, 'utf8'), { source: file })
  const findings = diagnostics.filter(found => !NOT_WANTED.has(found.code))
  for (const found of findings) {
    console.log(`${SEVERITIES[found.severity]} ${found.code} at ${found.path.join('/')}: ${found.message}`)
  }
  if (document === undefined || findings.length > 0) {
    sound = false
  } else {
    console.log(`${file}: sound, ${document.channels().all().length} channels, ` +
      `${document.allMessages().all().length} messages, ${document.operations().all().length} operations`)
  }
}
process.exit(sound && process.argv.length > 2 ? 0 : 1)
