import { loadInstead } from '../../fakes/instead.ts';

/** The control: a door that reads whatever comes, unpacks it, and keeps it a while. */
loadInstead(
  {
    '/src/teams/teams.ts ../http/body.ts': './unsafe-body.ts',
    '/src/teams/teams.ts ../http/json.ts': './unsafe-body.ts',
  },
  import.meta.url,
);
