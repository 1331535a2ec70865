// A page with that form alone, which shows what would be sent.
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { PersonForm } from "./first-form";

function App() {
    const [value, setValue] = useState();
    return (
        <>
            <PersonForm save={setValue} />
            <output>{value && `Att skicka: ${JSON.stringify(value)}`}</output>
        </>
    );
}

createRoot(document.getElementById("app")).render(<App />);
