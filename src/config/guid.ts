const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** What stands in .env.example where an id belongs. */
const ZEROS = /^[0-]+$/;

/** Whether it is an id as Microsoft gives them: five groups of digits and the letters a to f, and not all of it zeros. */
export const isGuid = (value: string): boolean => GUID.test(value) && !ZEROS.test(value);
