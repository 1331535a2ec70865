// A form that a route handler judges; the package is not in the page.
"use client";

import { useEffect, useState } from "react";
import { FORM, Outcome } from "./outcome";

export function Asks({ route }) {
    const [answer, setAnswer] = useState({});
    useEffect(() => {
        fetch(route + location.search, { method: "POST", body: JSON.stringify(FORM) })
            .then((response) => response.json())
            .then(setAnswer);
    }, [route]);
    return <Outcome {...answer} />;
}
