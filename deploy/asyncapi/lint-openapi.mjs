// Holds OpenAPI documents against all of Spectral's rules for them, recommended or not.
// Usage: node lint-openapi.mjs <file>...   Exit code 0: nothing was found; 1: the findings stand in the output.
import { readFile } from 'node:fs/promises'
import core from '@stoplight/spectral-core'
import rulesets from '@stoplight/spectral-rulesets'

const SEVERITIES = ['error', 'warning', 'information', 'hint']

const spectral = new core.Spectral()
// Foyer is nobody's service: who runs it has an address, the document has none.
spectral.setRuleset({ extends: [[rulesets.oas, 'all']], rules: { 'contact-properties': 'off' } })
let sound = true
for (const file of process.argv.slice(2)) {
  const findings = await spectral.run(JSON.parse(await readFile(file, 'utf8')))
  for (const found of findings) {
    sound = false
    console.log(`${SEVERITIES[found.severity]} ${found.code} at ${found.path.join('/')}: ${found.message}`)
  }
  console.log(`${file}: ${findings.length} findings`)
}
process.exit(sound && process.argv.length > 2 ? 0 : 1)
