import { type Organisation, organisationFile } from '../../src/organisation/schema.ts';

/** A board with people at two schools, for both sides of the page; its locations carry the ids of `schools`. */
export const board: Organisation = organisationFile.parse({
  id: 'bord',
  name: 'Stichting Bord',
  locations: [
    { id: 'calvijn', name: 'School een', protocol: 'calvijn' },
    { id: 'gsv', name: 'School vier', protocol: 'gsv' },
  ],
  people: [
    {
      email: 'bestuur@bord.example',
      function: 'Bestuurder',
      location: 'calvijn',
      roles: [{ role: 'bestuur', reach: 'board' }],
    },
    {
      email: 'crisis@bord.example',
      function: 'Crisiscoördinator',
      location: 'calvijn',
      reportsTo: 'bestuur@bord.example',
    },
    {
      email: 'leider@bord.example',
      function: 'Teamleider onderbouw',
      location: 'calvijn',
      reportsTo: 'bestuur@bord.example',
      deputy: 'deputy@bord.example',
    },
    {
      email: 'deputy@bord.example',
      function: 'Teamleider bovenbouw',
      location: 'calvijn',
      reportsTo: 'bestuur@bord.example',
    },
    {
      email: 'docent@bord.example',
      function: 'Docent wiskunde',
      location: 'calvijn',
      reportsTo: 'leider@bord.example',
    },
    {
      email: 'noor@bord.example',
      name: 'Noor <b>de Wit</b>',
      function: 'Leerkracht',
      location: 'gsv',
      reportsTo: 'hoofd@bord.example',
    },
    {
      email: 'hoofd@bord.example',
      function: 'Directeur',
      location: 'gsv',
      reportsTo: 'bestuur@bord.example',
      absent: [{ from: '2026-10-06', to: '2026-10-07' }],
    },
  ],
  crisis: 'crisis@bord.example',
});
