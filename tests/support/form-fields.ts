import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { z } from 'zod'

/**
 * The names under which forms send something: the keys of every zod object in src/modules/*\/forms.ts, and each text that
 * these files and the routes' server files look up (`form.get('x')`, `textOf(form, 'x', …)`, `startsWith('so.')`).
 */
export async function formFieldNames(): Promise<string[]> {
  const forms = filesBelow('src/modules').filter((file) => /\/[a-z-]*forms\.ts$/.test(file))
  const routes = filesBelow('src/routes').filter((file) => /\+(page\.server|server)\.ts$/.test(file))
  const schemas = await Promise.all(forms.map(async (file) => keysOf(await import(join(process.cwd(), file)))))
  return [...new Set([...schemas.flat(), ...[...forms, ...routes].flatMap(lookedUp)])].sort()
}

function keysOf(exported: Record<string, unknown>): string[] {
  return Object.values(exported).flatMap((one) => (one instanceof z.ZodObject ? Object.keys(one.shape) : []))
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

const lookups = new Set(['get', 'getAll', 'has', 'startsWith', 'textOf', 'asked'])

function lookedUp(file: string): string[] {
  const found: string[] = []
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const called = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression
      if (ts.isIdentifier(called) && lookups.has(called.text)) {
        found.push(...node.arguments.filter(ts.isStringLiteral).map((one) => one.text))
      }
    }
    ts.forEachChild(node, look)
  }
  look(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest))
  return found.filter((name) => name !== '' && name.length < 40 && !name.includes('/'))
}
