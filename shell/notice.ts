/** A line in the action bar; `action` is offered as a button. */
export interface Notice {
  kind: "info" | "success" | "error";
  text: string;
  action: string | null;
}
