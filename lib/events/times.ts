export { spanInLondon as eventTimes } from "../dates";
