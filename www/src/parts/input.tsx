// An input whose type is only known at run time: what the library says of a field.

import type { InputHTMLAttributes, TargetedInputEvent } from "preact";

export interface InputProps {
    readonly type: string;
    readonly onInput?: (event: TargetedInputEvent<HTMLInputElement>) => void;
    readonly [attribute: string]: unknown;
}

export function Input(props: InputProps) {
    return <input {...(props as InputHTMLAttributes<HTMLInputElement>)} />;
}
