/** As a sponsor's: nobody's to find, and whoever is signed in, the link is what counts. */
export { default, metadata } from "../endorsements/layout";
