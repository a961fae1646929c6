import { z } from 'zod';
import { isGuid } from '../../config/guid.ts';
import { loadOrganisations } from '../../organisation/load.ts';
import { agreedIn } from '../../protocol/facts.ts';
import { loadLibrary } from '../../protocol/load.ts';
import { PackageError } from './errors.ts';

/** What the app says of the school it is for. */
export type Installation = {
  readonly appId: string;
  /** https, without a path. */
  readonly publicUrl: string;
  /** Of the board or school, whole. */
  readonly name: string;
};

const text = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);
const environment = z.object({
  MicrosoftAppId: text,
  MicrosoftAppTenantId: text,
  PUBLIC_URL: text,
  ORGANISATIONS: text,
  PROTOCOLS: text,
});

/**
 * Reads the environment and, for the name, the organisation file that the tenant stands in.
 * @throws PackageError naming every variable that is missing or wrong
 * @throws ContentError when the protocols or the organisations have a fault
 */
export function readInstallation(variables: Readonly<Record<string, string | undefined>>): Installation {
  const { MicrosoftAppId = '', MicrosoftAppTenantId = '', PUBLIC_URL = '', ...folders } = environment.parse(variables);
  const address = originOf(PUBLIC_URL);
  const faults = [
    ...(isGuid(MicrosoftAppId)
      ? []
      : [`MicrosoftAppId: ${given(MicrosoftAppId)}; set the application id of your bot registration in Azure.`]),
    ...(isGuid(MicrosoftAppTenantId)
      ? []
      : [`MicrosoftAppTenantId: ${given(MicrosoftAppTenantId)}; set the id of your Microsoft 365 tenant.`]),
    ...(address === undefined
      ? [
          `PUBLIC_URL: ${given(PUBLIC_URL)}; set an https address without a path, such as https://bij-twijfel.school.nl.`,
        ]
      : []),
  ];
  if (faults.length > 0 || address === undefined) throw new PackageError(faults);
  const { ORGANISATIONS = 'organisations', PROTOCOLS = 'protocols' } = folders;
  const organisation = loadOrganisations(ORGANISATIONS, agreedIn(loadLibrary(PROTOCOLS))).byTenant(
    MicrosoftAppTenantId,
  );
  if (organisation === undefined) {
    throw new PackageError([
      `${ORGANISATIONS}: no file names the tenant ${MicrosoftAppTenantId}; put it under platforms.teams.tenants of yours.`,
    ]);
  }
  return { appId: MicrosoftAppId.toLowerCase(), publicUrl: address, name: organisation.name };
}

const given = (value: string): string => (value === '' ? 'is missing' : 'cannot be used');

function originOf(address: string): string | undefined {
  const url = URL.parse(address);
  const plain = url?.protocol === 'https:' && url.username === '' && url.pathname === '/' && url.search === '';
  return plain && url.hostname.includes('.') ? url.origin : undefined;
}
