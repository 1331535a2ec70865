// No `any` anywhere in the public surface: looked for in every export, to the fifth level.

import type * as client from "pigello-client";
import type * as sandbox from "pigello-client/sandbox";

type IsAny<T> = 0 extends 1 & T ? true : false;

/** Types of the platform, which have their own ways. */
type Platform = Date | AbortSignal | Headers | Request | Response | URL;

type HasAny<T, Level extends 0[] = []> =
    IsAny<T> extends true
        ? true
        : Level["length"] extends 5
          ? false
          : T extends Platform
            ? false
            : T extends PromiseLike<infer Value>
              ? HasAny<Value, [...Level, 0]>
              : T extends readonly (infer Element)[]
                ? HasAny<Element, [...Level, 0]>
                : T extends abstract new (...args: infer Args) => infer Instance
                  ? Elements<Args, Level> | HasAny<Instance, [...Level, 0]> | Entries<T, Level>
                  : T extends (...args: infer Args) => infer Returned
                    ? Elements<Args, Level> | HasAny<Returned, [...Level, 0]>
                    : T extends object
                      ? Entries<T, Level>
                      : false;

type Elements<Args extends readonly unknown[], Level extends 0[]> = {
    [Place in keyof Args]-?: HasAny<Args[Place], [...Level, 0]>;
}[number];

// Errors inherit the platform's own properties.
type Entries<T, Level extends 0[]> = {
    [Key in Exclude<keyof T, keyof ErrorConstructor>]-?: HasAny<T[Key], [...Level, 0]>;
}[Exclude<keyof T, keyof ErrorConstructor>];

type No<T extends false> = T;
type Yes<T extends true> = T;

// The search finds what it looks for.
export type Sound = [
    Yes<HasAny<{ a: () => Promise<{ b: any }[]> }>>,
    // @ts-expect-error an `any` deep inside
    No<HasAny<{ a: (b: { c?: any }) => void }>>,
];

export type Values = No<HasAny<typeof client>>;
export type SandboxValues = No<HasAny<typeof sandbox>>;
export type Types = No<
    HasAny<
        [
            client.BulkOptions,
            client.BulkProgress,
            client.CallEvent,
            client.Credentials,
            client.EnvironmentOptions,
            client.ExternalClientContactPerson,
            client.ExternalClientContactPersonCreate,
            client.ExternalClientContactPersonFilter,
            client.ExternalClientContactPersonListOptions,
            client.ExternalClientContactPersonUpdate,
            client.FieldInfo,
            client.Issue,
            client.PigelloOptions,
            client.RawRequestOptions,
            client.RequestOptions,
            client.RetryOptions,
            client.RowsOptions,
            client.SchemaOptions,
        ][number]
    >
>;
