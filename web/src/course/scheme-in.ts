/** What the pages of the course need of a scheme as it stood when its assessment was opened. */
export interface Kind {
  readonly code: string;
  readonly name: string;
  readonly each?: string;
  readonly cap?: string;
}

interface Course {
  readonly selfScore?: number;
  readonly review?: number;
}

interface Scheme {
  readonly course?: Course;
  readonly classes?: readonly Kind[];
  readonly offices?: readonly Kind[];
  readonly bonuses?: { readonly kinds: readonly Kind[] };
  readonly penalties?: { readonly kinds: readonly Kind[] };
  readonly vetoes?: readonly Kind[];
}

/** The document says no more of its shape than that it is an object. */
export const schemeIn = ({ definition }: { readonly definition: object }): Scheme => definition;
