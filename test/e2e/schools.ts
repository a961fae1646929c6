import type { School } from '../../src/page/assets.ts';

export const schools: readonly School[] = [
  { id: 'calvijn', name: 'School een' },
  { id: 'model', name: 'Modelprotocol' },
  { id: 'msvr', name: 'Stichting met een lange naam voor basisscholen in de regio' },
  { id: 'gsv', name: 'School "vier" & <b>meer</b>' },
  { id: 'aeres', name: 'Mbo-school vijf' },
];
