/** The name under which the script that counts figures hands over its one function. */
export const FIGURES = "huimouCheckFigures";

/** The name under which the scripts that bring an area's values to the search hand them over. */
export const VALUES = "huimouValues";
