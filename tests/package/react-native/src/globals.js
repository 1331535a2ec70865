// What react-native's InitializeCore makes global and the package uses: its AbortController comes from this package.
import { AbortController, AbortSignal } from "abort-controller/dist/abort-controller";

Object.assign(globalThis, { AbortController, AbortSignal });
