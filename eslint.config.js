import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'

/**
 * House rules that a parser can hold; the arrows between folders are in .dependency-cruiser.cjs.
 * @type {import('eslint').Linter.RulesRecord}
 */
const ours = {
  'func-style': ['error', 'declaration', { allowArrowFunctions: true }],
  'no-console': 'error',
  'no-var': 'error',
  'prefer-const': 'error',
  eqeqeq: 'error',
  'no-restricted-syntax': [
    'error',
    {
      selector: 'TSEnumDeclaration',
      message: 'No enum: Node strips types only. Write a list `as const` and take the union from it.',
    },
    {
      selector: 'ExportDefaultDeclaration',
      message: 'No default export: the name must be the same wherever it is read. Export it by name.',
    },
    {
      selector: 'ExportAllDeclaration',
      message: 'No barrels: import from the file that owns the thing, so that a reader finds it in one step.',
    },
  ],
  'no-control-regex': 'off', // kernel/text.ts takes control characters out of what people type
}

/** @type {import('eslint').Linter.RulesRecord} */
const written = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
}

/**
 * Rules that ask the types.
 * @type {import('eslint').Linter.RulesRecord}
 */
const typed = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false, attributes: false } }],
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
}

/**
 * Each component that is asked with its types makes the whole program anew, half a second for every one of them. Only these
 * wait for anything; in all others what the rules look for is refused as such, and svelte-check reads their types.
 */
const waitingComponents = ['**/CopyTable.svelte', '**/EntryGrid.svelte', '**/loi-van/+page.svelte']
const waits = 'A component that waits, throws or switches is linted with its types: name it in waitingComponents.'

export default ts.config(
  {
    ignores: [
      'node_modules/',
      'build/',
      '.svelte-kit/',
      'data/',
      'tests/.out/',
      'db/schema.ts',
      'tests/house/fixture/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  { rules: ours },
  {
    files: ['**/*.ts', '**/*.svelte', '**/*.svelte.ts'],
    extends: [ts.configs.base],
    // TypeScript itself refuses unknown names and redeclared ones, and knows function overloads.
    rules: {
      ...written,
      'no-undef': 'off',
      'no-redeclare': 'off',
      'no-unused-vars': 'off',
      'no-dupe-class-members': 'off',
    },
  },
  {
    files: ['**/*.ts', ...waitingComponents],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.svelte'] },
    },
    rules: typed,
  },
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte'],
    ignores: waitingComponents,
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: ':function[async=true]', message: waits },
        { selector: 'AwaitExpression', message: waits },
        { selector: 'ImportExpression', message: waits },
        { selector: 'UnaryExpression[operator="void"]', message: waits },
        { selector: 'CallExpression[callee.property.name=/^(then|catch|finally)$/]', message: waits },
        { selector: 'SwitchStatement', message: waits },
        { selector: 'ThrowStatement', message: waits },
      ],
      'no-restricted-imports': ['error', { name: '$app/navigation', message: waits }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser }, globals: globals.browser },
    rules: {
      'svelte/no-at-html-tags': 'error', // one escaped place only: text of other people never becomes markup
      'svelte/require-each-key': 'error', // without a key the wrong row keeps the officer's half-typed figure
      'svelte/no-target-blank': 'error',
      'svelte/button-has-type': 'off', // a button in a form submits it: that is what works before JavaScript
      'svelte/no-navigation-without-resolve': 'off', // an installation lives at the root of its host
      'svelte/no-useless-mustaches': 'off', // `{' · '}` keeps a space that the template would trim
      'svelte/prefer-svelte-reactivity': 'off', // a Set or an address built inside one expression needs no watching
      'svelte/no-inline-styles': 'error', // docs/adr/0011: a style attribute is refused by our own policy
      // `let { rows = [] } = $props()` is the framework's way; a rune is reassigned by the parent.
      'prefer-const': 'off',
    },
  },
  {
    files: [
      'scripts/**',
      'src/cli.ts',
      'src/server.ts',
      'src/worker.ts',
      'src/installation.ts',
      '**/*.test.ts',
      'tests/**',
    ],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' },
  },
  {
    // A configuration file is read by a tool that asks for a default export.
    files: ['*.config.js', '*.config.ts', 'tests/support/*.ts'],
    languageOptions: { globals: globals.node },
    rules: {
      'no-restricted-syntax': 'off',
    },
  },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs', globals: globals.node } },
  {
    files: ['src/routes/**'],
    // `error` and `redirect` of Kit are thrown and are no Error.
    rules: { '@typescript-eslint/only-throw-error': 'off' },
  },
)
