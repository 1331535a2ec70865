//! Calls that are under way. JavaScript does the waiting: it is told for what, and brings what came of it. So no closure
//! of ours is ever in its hands, and a call that nobody goes on with is forgotten with the wasm.

use js_sys::Array;
use std::cell::RefCell;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use wasm_bindgen::prelude::*;

use crate::transport::held;

/// A call, until its `{ ok }` or `{ error }`.
pub type Running = Pin<Box<dyn Future<Output = JsValue>>>;

thread_local! {
    /// By their number.
    static WAITING: RefCell<Vec<Option<Running>>> = const { RefCell::new(Vec::new()) };
}

/// Goes on with a call whose promise has settled: its answer, or `[promise, number]`.
#[wasm_bindgen]
pub fn resume(number: usize, came: JsValue) -> JsValue {
    let Some(call) = WAITING.with_borrow_mut(|calls| calls.get_mut(number)?.take()) else { return JsValue::UNDEFINED };
    held(came);
    go_on(call)
}

/// Until it waits, or has ended. User code may run meanwhile, and begin other calls.
pub fn go_on(mut call: Running) -> JsValue {
    match call.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => answer,
        Poll::Pending => {
            let promise = held(JsValue::UNDEFINED);
            let number = WAITING.with_borrow_mut(|calls| {
                let free = calls.iter().position(Option::is_none).unwrap_or_else(|| {
                    calls.push(None);
                    calls.len() - 1
                });
                if let Some(place) = calls.get_mut(free) {
                    *place = Some(call);
                }
                free
            });
            Array::of2(&promise, &number.into()).into()
        }
    }
}
