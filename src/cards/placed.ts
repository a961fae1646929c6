import { z } from 'zod';

/** Where an element stands below the one before it: the same for every kind. */
export const placed = {
  spacing: z.enum(['None', 'Small', 'Default', 'Medium', 'Large']).optional(),
  separator: z.boolean().optional(),
};
