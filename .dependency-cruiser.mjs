/**
 * The import direction of the house (README, "The house"): rooms further left may import rooms further right.
 * main, cli → server, teams, slack, page, delivery, store → bot → answer, doubt, report → handover, cards
 *   → protocol, organisation, conversation → content
 */
const layers = [
  ['main', 'cli'],
  ['server', 'teams', 'slack', 'page', 'delivery', 'store'],
  ['bot'],
  ['answer', 'doubt', 'report'],
  ['handover', 'cards'],
  ['protocol', 'organisation', 'conversation'],
  ['content'],
];

const room = (name) => `^src/${name}(/|\\.ts$)`;

const leftwards = layers.flatMap((rooms, i) =>
  rooms.map((from) => ({
    name: `${from}-imports-only-to-the-right`,
    severity: 'error',
    comment: 'A room imports rooms to its right, never to its left and never beside it.',
    from: { path: room(from) },
    to: {
      path: layers
        .slice(0, i + 1)
        .flat()
        .filter((other) => other !== from)
        .map(room)
        .join('|'),
    },
  })),
);

const only = (name, packages, home) => ({
  name,
  severity: 'error',
  comment: `These packages stay in ${home}.`,
  from: { path: '^src/', pathNot: home },
  to: { path: packages, dependencyTypesNot: ['type-only-nothing'] },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...leftwards,
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'src-never-imports-test', severity: 'error', from: { path: '^src/' }, to: { path: '^test/' } },
    { name: 'not-installed', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-dependency-in-src',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    only('botbuilder-stays-in-teams', 'node_modules/(botbuilder|botframework)', '^src/teams/'),
    only('bolt-stays-in-slack', 'node_modules/@slack', '^src/slack/'),
    only('sql-stays-in-store', 'node_modules/(kysely|pg)/|^node:sqlite|^sqlite$', '^src/store/'),
    only('restify-stays-in-server', 'node_modules/(restify|@types/restify)/', '^src/server'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '^src/page/client/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
