import { Asks } from "../asks";

export default function Page() {
    return <Asks route="/api/edge" />;
}
