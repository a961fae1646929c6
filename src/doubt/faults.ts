/** Tells a fault by the place of the value it stands in. */
export type Report = (path: readonly PropertyKey[], message: string) => void;
