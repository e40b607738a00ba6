/** What of Papa Parse is used here. */
declare module "papaparse" {
  interface Row {
    data: string[];
    errors: { message: string; code: string }[];
    /** `cursor`: where the next row begins. */
    meta: { cursor: number };
  }
  const Papa: {
    parse(text: string, options: { delimiter: string; step: (row: Row) => void }): void;
  };
  export default Papa;
}
