//! The seven headers that every call carries, and the one set of them that the sandbox knows.

/// One credential: the client's name of it, the header it travels in, and the sandbox's value.
pub struct Credential {
    /// Its name among the client's options.
    pub option: &'static str,
    /// Its header.
    pub header: &'static str,
    /// What the sandbox expects there. Made up, and no secret.
    pub value: &'static str,
}

/// All seven.
pub const CREDENTIALS: [Credential; 7] = [
    credential("customerId", "X-PIGELLO-CUSTOMER-ID", "5a4db0c5-0000-4000-8000-000000000001"),
    credential("applicationId", "X-PIGELLO-APPLICATION-ID", "5a4db0c5-0000-4000-8000-000000000002"),
    credential("serviceId", "X-PIGELLO-SERVICE-ID", "5a4db0c5-0000-4000-8000-000000000003"),
    credential("serviceVersionId", "X-PIGELLO-SERVICE-VERSION-ID", "5a4db0c5-0000-4000-8000-000000000004"),
    credential("clientCt", "X-PIGELLO-CLIENT-CT", "5a4db0c5-0000-4000-8000-000000000005"),
    credential("clientEntity", "X-PIGELLO-CLIENT-ENTITY", "5a4db0c5-0000-4000-8000-000000000006"),
    credential("clientSecret", "X-PIGELLO-CLIENT-SECRET", "sandbox-secret"),
];

const fn credential(option: &'static str, header: &'static str, value: &'static str) -> Credential {
    Credential { option, header, value }
}

/// Why a request with these headers is not let in, if so.
pub(super) fn refusal(request: &super::HttpRequest<'_>) -> Option<&'static str> {
    let given = |credential: &Credential| request.header(credential.header);
    if CREDENTIALS.iter().any(|credential| given(credential).is_none_or(str::is_empty)) {
        return Some("Authentication credentials were not provided.");
    }
    let wrong = CREDENTIALS.iter().any(|credential| given(credential) != Some(credential.value));
    wrong.then_some("Invalid credentials.")
}
