/**
 * The arrows of the house. Every rule carries the sentence a developer reads when it breaks.
 * A new arrow is added here together with an ADR that says why.
 */

/** Which other modules a module may use; `territory` and `access` are open to all that stand below them. */
const arrows = {
  territory: [],
  access: ['territory'],
  organisation: ['territory', 'access'],
  calendar: ['territory', 'access'],
  figures: ['territory', 'access'],
  programmes: ['territory', 'access', 'figures'],
  reporting: ['territory', 'access', 'figures'],
  brief: ['territory', 'access', 'figures', 'reporting'],
  reading: ['territory', 'access', 'figures', 'reporting'],
  reorganisation: ['territory', 'access', 'figures', 'reporting'],
  directives: ['territory', 'access', 'figures'],
  movement: ['territory', 'access', 'figures', 'directives'],
  activities: ['territory', 'access', 'figures', 'directives'],
  commendation: ['territory', 'access', 'figures', 'movement', 'activities'],
  petitions: ['territory', 'access', 'figures'],
  democracy: ['territory', 'access', 'figures'],
  services: ['territory', 'access', 'figures', 'movement'],
  news: ['territory', 'access'],
  portal: [
    ...['territory', 'access', 'figures', 'reporting', 'movement', 'commendation', 'activities', 'petitions'],
    ...['democracy', 'services', 'directives', 'news'],
  ],
}

/** Modules that keep records and only state which indicator a record counts towards. */
const recordModules = ['directives', 'movement', 'activities', 'commendation', 'petitions', 'democracy', 'services']

const modules = Object.keys(arrows)
const tests = '\\.test\\.ts$'
// Written for the browser: a function of text, kept beside the door that reads the token back.
const forPages = '^src/platform/door/form-action\\.ts$'
const kit = '(^|/)\\$(app|env|lib)(/|$)|(^|node_modules/)(@sveltejs|svelte)(/|$)'
const database = '(^|node_modules/)(pg|kysely|better-auth)(/|$)|^db/'

function arrowsOf(module) {
  const allowed = [module, ...arrows[module]]
  return {
    name: `${module}-uses-only-what-stands-below-it`,
    severity: 'error',
    comment:
      `${module} may use ${arrows[module].length ? arrows[module].join(', ') : 'no other module'}. ` +
      'A page that mixes modules is composed in its route from two queries; a new arrow needs an ADR.',
    from: { path: `^src/modules/${module}/` },
    to: { path: '^src/modules/', pathNot: `^src/modules/(${allowed.join('|')})/` },
  }
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment:
        'These files need each other: neither can be read, tested or moved alone. Find the third file both need.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'kernel-imports-nothing',
      severity: 'error',
      comment:
        'src/kernel holds plain values that everybody may use, so it knows nobody: no package, no node:, no other folder.',
      from: { path: '^src/kernel/', pathNot: tests },
      to: { pathNot: '^src/kernel/' },
    },
    {
      name: 'platform-knows-no-domain',
      severity: 'error',
      comment:
        'src/platform is tools without a domain word. Pass what it needs as an argument; the module calls the tool.',
      from: { path: '^src/platform/', pathNot: tests },
      to: { path: '^src/(modules|routes|ui)/|^src/[^/]+\\.ts$' },
    },
    {
      name: 'core-is-pure',
      severity: 'error',
      comment:
        'A file without `.server` is core: it may import the kernel, zod and other core files, and nothing that reads a ' +
        'clock, a disk or a database. Move the effect to commands, queries or store.server.ts (docs/adr/0002).',
      from: { path: '^src/modules/', pathNot: `\\.server\\.ts$|${tests}` },
      to: { pathNot: ['^src/kernel/', '^src/modules/', '(^|node_modules/)zod(/|$)', kit] },
    },
    {
      name: 'core-does-not-know-its-shell',
      severity: 'error',
      comment:
        'A core file imports a `.server` file: then its rule cannot be tested without a database. Turn the arrow round.',
      from: { path: '^src/modules/', pathNot: `\\.server\\.ts$|${tests}` },
      to: { path: '\\.server\\.ts$' },
    },
    {
      name: 'store-is-private',
      severity: 'error',
      comment: 'Rows are private to their module: call its queries or commands, which know who may see what.',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/.*store\\.server\\.ts$', pathNot: '^src/modules/$1/' },
    },
    {
      name: 'store-is-private-to-modules',
      severity: 'error',
      comment:
        'Only a module reads its own store: pages, jobs and the cli call queries and commands, which ask who may.',
      from: { path: '^src/', pathNot: '^src/modules/' },
      to: { path: '^src/modules/.*store\\.server\\.ts$' },
    },
    {
      name: 'every-module-is-in-the-table',
      severity: 'error',
      comment:
        'This module is not in the table of arrows. Add it to .dependency-cruiser.cjs with an ADR that says what it owns.',
      from: { path: `^src/modules/(?!(${modules.join('|')})/)` },
      to: { path: '.+' },
    },
    ...modules.map(arrowsOf),
    {
      name: 'records-state-what-they-count-and-no-more',
      severity: 'error',
      comment:
        'A record module uses figures for one thing: figures/counted-by, where it states which indicator it counts ' +
        'and how (docs/adr/0028). Figures are computed from records, not by them. How many people a unit has is no ' +
        'figure but a stated size, and may be asked (docs/adr/0053).',
      from: { path: `^src/modules/(${recordModules.join('|')})/`, pathNot: tests },
      to: {
        path: '^src/modules/figures/',
        pathNot: '^src/modules/figures/(counted-by(\\.server)?|unit-size-queries\\.server)\\.ts$',
      },
    },
    {
      name: 'modules-and-platform-run-without-the-framework',
      severity: 'error',
      comment: 'The cli and the worker run this file directly on Node, where $app, $env, $lib and Svelte do not exist.',
      from: { path: '^src/(modules|platform|kernel)/', pathNot: tests },
      to: { path: kit },
    },
    {
      name: 'modules-do-not-know-pages',
      severity: 'error',
      comment: 'A module is called by pages, by the cli and by jobs; it imports none of them.',
      from: { path: '^src/modules/', pathNot: tests },
      to: { path: '^src/(routes|ui)/|^src/[^/]+\\.ts$' },
    },
    {
      name: 'routes-stay-thin',
      severity: 'error',
      comment:
        'A route parses, calls one query or command and shows the answer. SQL belongs in queries.server.ts or store.server.ts.',
      from: { path: '^src/routes/|^src/hooks', pathNot: tests },
      to: { path: database },
    },
    {
      name: 'pages-run-in-the-browser-without-the-shell',
      severity: 'error',
      comment:
        'A component is sent to the browser: it receives facts through `data` and never reaches a server file or a tool.',
      from: { path: '\\.svelte$|\\.svelte\\.ts$' },
      to: { path: `^src/platform/|\\.server\\.ts$|${database}`, pathNot: forPages },
    },
    {
      name: 'ui-imports-only-values-and-words',
      severity: 'error',
      comment:
        'src/ui is components without a page: it may import the kernel, other components and the core files of modules (types, labels).',
      from: { path: '^src/ui/', pathNot: tests },
      to: { path: `^src/(platform|routes)/|^src/[^/]+\\.ts$|\\.server\\.ts$|${database}`, pathNot: forPages },
    },
    {
      name: 'nobody-imports-an-entry',
      severity: 'error',
      comment:
        'server, cli and worker start things when they are imported. Move what you need to a file that only offers it.',
      from: { path: '^(src|scripts)/', pathNot: tests },
      to: { path: '^src/(server|cli|worker)\\.ts$' },
    },
    {
      name: 'example-data-stays-out-of-the-program',
      severity: 'error',
      comment:
        'Example data is for tests, screenshots and a first start; an installation that serves people never reads it.',
      // access itself refuses the printed passwords where people work, and the cli prints the example codes.
      from: {
        path: '^src/',
        pathNot: `[/-]example(\\.server)?\\.ts$|^src/(cli|server|installation)\\.ts$|^src/modules/access/(steps|cli)\\.server\\.ts$|${tests}`,
      },
      to: { path: '[/-]example\\.ts$' },
    },
    {
      name: 'the-program-imports-no-test',
      severity: 'error',
      comment:
        'What a test needs must not be needed by the program: move the shared part beside the code it describes.',
      from: { path: '^src/', pathNot: tests },
      to: { path: `^tests/|${tests}` },
    },
    {
      name: 'start-and-test-need-nothing-installed',
      severity: 'error',
      comment: 'npm start and npm test run before anything is installed, on an older Node: node: and scripts/lib only.',
      from: { path: '^scripts/(start|test|kheo|dev|check-house|pre-commit|db|notices)\\.mjs$' },
      to: { path: 'node_modules/', dynamic: false },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|\\.svelte-kit|data|tests/\\.out)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'scripts/lib/tsconfig.arrows.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'svelte', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.svelte', '.d.ts'],
    },
  },
}
