//! What came back, as far as it was read: status, the headers that matter, the body.

/// An answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Response<B> {
    /// The HTTP status; 0 where a browser hides a redirect.
    pub status: u16,
    /// The header `Retry-After`.
    pub retry_after: Option<String>,
    /// Whether `Content-Type` says JSON.
    pub is_json: bool,
    /// The body: its text, or what it can be streamed from.
    pub body: B,
}

impl<B> Response<B> {
    /// Whether the server did what was asked.
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}
