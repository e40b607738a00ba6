import { useState } from "react";
import "cartouche"; // defines <cartouche-editor>

/** Labels one task after the other. */
export function Labeling({ config, tasks, onAnnotation }) {
  const [at, setAt] = useState(0);
  if (at >= tasks.length) {
    return <p>All tasks are labeled.</p>;
  }
  const next = ({ detail }) => {
    onAnnotation(detail.annotation);
    setAt(at + 1);
  };
  return <cartouche-editor wasm-url="/dist/cartouche.wasm" config={config} task={tasks[at]} oncartouche-submit={next} />;
}
