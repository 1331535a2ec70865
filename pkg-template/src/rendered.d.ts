// Stand-ins for the types that Rust declares and the build appends to public.d.ts: as much of them as this layer needs.

import "./public";

declare module "./public" {
    export type IssueCode = string;

    export interface Issue {
        path: (string | number)[];
        code: IssueCode;
        params: Record<string, unknown>;
        message: string;
    }

    export interface FieldInfo {
        name: string;
        label: { en: string; sv: string };
        type: string;
        required: boolean;
        nullable: boolean;
        readOnly: boolean;
        writeOnly?: boolean;
        maxLength?: number;
        minLength?: number;
        pattern?: string;
        format?: string;
        minimum?: number;
        maximum?: number;
        enum?: readonly (string | number)[] | undefined;
        enumIsOpen?: boolean;
        target?: string;
        items?: string;
        doc?: string;
        input: { pattern?: string };
    }

    export interface BulkProgress {
        written: number;
        total: number;
    }

    export interface RetryOptions {
        attempts?: number;
        baseDelayMs?: number;
        maxDelayMs?: number;
    }

    export interface Credentials {
        customerId: string;
        applicationId: string;
        serviceId: string;
        serviceVersionId: string;
        clientCt: string;
        clientEntity: string;
        clientSecret: string;
    }
}
