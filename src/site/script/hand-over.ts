/** The name under which the script that counts figures hands over its one function. */
export const FIGURES = "huimouCheckFigures";
