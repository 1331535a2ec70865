// What `pigello-client` exports. Its types stand in public.d.ts and in what the build appends to it.

export {
    ApiError,
    AuthenticationError,
    BadRequestError,
    BulkWriteError,
    ConfigError,
    ConflictError,
    DecodeError,
    FilterError,
    NetworkError,
    NotFoundError,
    PermissionError,
    PigelloError,
    RateLimitError,
    ServerError,
    TimeoutError,
    ValidationError,
} from "./errors";
export { Pigello } from "./pigello";
export * from "resources:list";
export { init } from "./init";
