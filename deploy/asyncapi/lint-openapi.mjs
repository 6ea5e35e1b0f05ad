// Holds OpenAPI documents against all of Spectral's rules for them, recommended or not, and against our own: what a stranger
// needs to write a client from the document alone.
// Usage: node lint-openapi.mjs <file>...   Exit code 0: nothing was found; 1: the findings stand in the output.
import { readFile } from 'node:fs/promises'
import core from '@stoplight/spectral-core'
import rulesets from '@stoplight/spectral-rulesets'

const SEVERITIES = ['error', 'warning', 'information', 'hint']
const METHODS = ['get', 'put', 'post', 'patch', 'delete']
const PROBLEM = 'application/problem+json'

const found = message => [{ message }]

/** References are followed before: a schema is looked at wherever it is used. */
const hasExample = media => media.example !== undefined || media.examples !== undefined ||
  media.schema?.example !== undefined || media.schema?.examples !== undefined

function schemaSaysWhatIsThere (schema) {
  if (schema.enum || schema.type !== 'object' || schema.properties === undefined) {
    return
  }
  if (!Array.isArray(schema.required) && schema['x-all-optional'] !== true) {
    return found('says neither what is required nor x-all-optional: give it a row in META-INF/openapi.yaml')
  }
  const unknown = (schema.required ?? []).filter(name => schema.properties[name] === undefined)
  if (unknown.length > 0) {
    return found(`requires what it does not have: ${unknown}`)
  }
  if (schema.examples === undefined) {
    return found('has no examples: give it a row in META-INF/openapi.yaml')
  }
}

function mediaHasAnExample (media) {
  if (!hasExample(media)) {
    return found('has no example, nor has its schema')
  }
}

function parameterHasAnExample (parameter) {
  const schema = parameter.schema ?? {}
  if (parameter.example === undefined && parameter.examples === undefined && schema.enum === undefined &&
      schema.examples === undefined && schema.default === undefined && schema.type !== 'boolean') {
    return found(`${parameter.name} has no example: say it in ParameterWords`)
  }
  if (!parameter.description) {
    return found(`${parameter.name} has no description: say it in ParameterWords`)
  }
}

/** Which refusals belong to which operation follows from what it takes. */
function refusalsAreSaid (operation, _options, context) {
  const method = context.path.at(-1)
  if (!METHODS.includes(method)) {
    return
  }
  const path = context.path.at(-2)
  const expected = ['400', '401', '429', '503']
  if ((operation['x-roles'] ?? []).length > 0) {
    expected.push('403')
  }
  if (path.includes('{')) {
    expected.push('404')
  }
  if (method !== 'get') {
    expected.push('409', '422')
  }
  const missing = expected.filter(status => operation.responses?.[status] === undefined)
  if (operation['x-roles'] === undefined) {
    return found('does not say who may: x-roles')
  }
  if (missing.length > 0) {
    return found(`does not say how it answers ${missing}`)
  }
  if (!Object.keys(operation.responses).some(status => status.startsWith('2'))) {
    return found('does not say how it succeeds')
  }
}

function problemsAreProblems (response, _options, context) {
  const status = context.path.at(-1)
  if (/^[45]/.test(status) && response.content?.[PROBLEM]?.schema === undefined) {
    return found(`${status} is no problem of RFC 9457`)
  }
  if ((response.description ?? '').length < 2) {
    return found(`${status} is not described`)
  }
}

const rule = (given, fn) => ({ given, severity: 'error', then: { function: fn } })

const spectral = new core.Spectral()
spectral.setRuleset({
  extends: [[rulesets.oas, 'all']],
  rules: {
    // Foyer is nobody's service: who runs it has an address, the document has none.
    'contact-properties': 'off',
    'foyer-schema-required': rule('$.components.schemas[*]', schemaSaysWhatIsThere),
    'foyer-media-example': rule('$.paths[*][*]..content[?(@property && @property.match(/json$/))]', mediaHasAnExample),
    'foyer-parameter-example': rule('$.paths[*][*].parameters[*]', parameterHasAnExample),
    'foyer-refusals': rule('$.paths[*][*]', refusalsAreSaid),
    'foyer-problems': rule('$.paths[*][*].responses[*]', problemsAreProblems)
  }
})
let sound = true
for (const file of process.argv.slice(2)) {
  const findings = await spectral.run(JSON.parse(await readFile(file, 'utf8')))
  for (const one of findings) {
    sound = false
    console.log(`${SEVERITIES[one.severity]} ${one.code} at ${one.path.join('/')}: ${one.message}`)
  }
  console.log(`${file}: ${findings.length} findings`)
}
process.exit(sound && process.argv.length > 2 ? 0 : 1)
