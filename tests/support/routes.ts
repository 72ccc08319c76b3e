import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** A place of the site that answers: a page or a bare endpoint, with the names of its form actions. */
export type Route = { path: string; kind: 'page' | 'endpoint'; actions: string[]; methods: string[] }

/** Every route of the application, read from the folders as the framework reads them. */
export function allRoutes(folder = 'src/routes', path = ''): Route[] {
  const names = readdirSync(folder, { withFileTypes: true })
  const here: Route[] = []
  const address = path === '' ? '/' : path
  if (existsSync(join(folder, '+page.svelte')) || existsSync(join(folder, '+page.server.ts'))) {
    const actions = exported(join(folder, '+page.server.ts')).actions
    here.push({ path: address, kind: 'page', actions, methods: [] })
  }
  if (existsSync(join(folder, '+server.ts'))) {
    const { functions } = exported(join(folder, '+server.ts'))
    here.push({
      path: address,
      kind: 'endpoint',
      actions: [],
      methods: functions.filter((name) => /^[A-Z]+$/.test(name)),
    })
  }
  const below = names
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => allRoutes(join(folder, name), /^\(.*\)$/.test(name) ? path : `${path}/${name}`))
  return [...here, ...below]
}

/** The names a server file exports, and the names of the actions in its `actions`. */
function exported(file: string): { functions: string[]; actions: string[] } {
  if (!existsSync(file)) return { functions: [], actions: [] }
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  const found = source.statements.filter(ts.isVariableStatement).flatMap((one) => [...one.declarationList.declarations])
  const named = (node: ts.VariableDeclaration): string => (ts.isIdentifier(node.name) ? node.name.text : '')
  const actions = found.find((node) => named(node) === 'actions')?.initializer
  return {
    functions: [
      ...found.map(named),
      ...source.statements.filter(ts.isFunctionDeclaration).map((node) => node.name?.text ?? ''),
    ],
    actions:
      actions && ts.isObjectLiteralExpression(actions)
        ? actions.properties.map((one) =>
            one.name && (ts.isIdentifier(one.name) || ts.isStringLiteral(one.name)) ? one.name.text : '?',
          )
        : [],
  }
}
