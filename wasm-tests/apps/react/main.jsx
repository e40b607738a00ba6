// A page that shows the labeling, or not, and says what came of it.

import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import { config, tasks } from "../pets.js";
import { Labeling } from "./labeling.jsx";

function App() {
  const [isShown, setShown] = useState(true);
  const [annotations, setAnnotations] = useState([]);
  return (
    <>
      <button onClick={() => setShown(!isShown)}>{isShown ? "Leave" : "Come back"}</button>
      {isShown && <Labeling config={config} tasks={tasks} onAnnotation={(annotation) => setAnnotations([...annotations, annotation])} />}
      <ol>
        {annotations.map(({ id, task, result }) => <li key={id}>{`${task}: ${result[0].value.choices}`}</li>)}
      </ol>
    </>
  );
}

createRoot(document.querySelector("#app")).render(<StrictMode><App /></StrictMode>);
