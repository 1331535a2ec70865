//! The resources of the API, one declaration a file, in a folder for each application. The list below is all that the
//! rest of the crate knows of them.

use crate::schema::stored::{self, Stored};
use crate::schema::{Kind, Limits, Resource};
use std::cell::Cell;

/// Hands the list to another macro: every resource by the name of its file, by application, each of which is a feature of
/// cargo's. A resource is known to the JavaScript layer by its place in the list. `cargo xtask import` writes here.
macro_rules! every_resource {
    ($then:ident) => {
        $then! {
            "accounts" accounts {
                integrationuseragent
                organizationuser
                organizationusersegment
                organizationuserworkengagement
                protectedidentity
                subtenant
                subtenantcontractconnection
                subtenanttenantconnection
                tenant
                workengagement
            }
            "organization" organization {
                company
                externalclient
                externalclientcontactperson
            }
        }
    };
}
pub(crate) use every_resource;

macro_rules! declare {
    ($($feature:literal $application:ident { $($resource:ident)* })*) => {
        $(
            /// The resources of one application.
            #[cfg(feature = $feature)]
            pub mod $application { $(pub mod $resource;)* }
        )*

        /// The same as they stand in the wasm.
        mod texts {
            use super::*;

            $(
                #[cfg(feature = $feature)]
                pub mod $application {
                    $(
                        pub mod $resource {
                            use super::super::*;
                            use crate::resources::$application::$resource::RESOURCE;

                            const fn write(out: &mut [u8]) -> usize {
                                stored::write(&RESOURCE, out)
                            }
                            const BESIDE: (usize, usize) = stored::beside(&RESOURCE);
                            static KINDS: [Kind; BESIDE.0] = stored::kinds(&RESOURCE);
                            static LIMITS: [Limits; BESIDE.1] = stored::limits(&RESOURCE);
                            pub static STORED: Stored =
                                Stored::new(crate::rendered::rendered!(write), &KINDS, &LIMITS, RESOURCE.parameters);
                        }
                    )*
                }
            )*
        }

        /// Every declared resource, by application.
        pub static ALL: Resources = Resources;

        const STORED: &[&Stored] = &[$($(
            #[cfg(feature = $feature)]
            &texts::$application::$resource::STORED,
        )*)*];

        /// The same as they are written, with what only their types say. Nothing in the wasm asks for it.
        pub static DECLARED: &[&Resource] = &[$($(
            #[cfg(feature = $feature)]
            &$application::$resource::RESOURCE,
        )*)*];
    };
}
every_resource!(declare);

/// Whether any field is written and never read. Where none is, nothing that is only for these stands in the wasm.
pub const WRITE_ONLY: bool = cfg!(test) || is_any_only_written();

#[expect(clippy::indexing_slicing, reason = "this runs while compiling; an iterator is not const")]
const fn is_any_only_written() -> bool {
    let mut resource = 0;
    while resource < DECLARED.len() {
        let fields = DECLARED[resource].fields;
        let mut field = 0;
        while field < fields.len() {
            if fields[field].write_only {
                return true;
            }
            field += 1;
        }
        resource += 1;
    }
    false
}

/// Declarations that are read when they are first asked for.
pub struct Resources;

thread_local! {
    /// Those that were read. (A `OnceLock` beside each text is more code, with words of panics in it.)
    static READ: [Cell<Option<&'static Resource>>; STORED.len()] = const { [const { Cell::new(None) }; STORED.len()] };
}

impl Resources {
    /// The resource of that number.
    pub fn get(&self, number: usize) -> Option<&'static Resource> {
        READ.with(|read| {
            let place = read.get(number)?;
            if place.get().is_none() {
                place.set(Some(Box::leak(Box::new(STORED.get(number)?.read::<WRITE_ONLY>(true)))));
            }
            place.get()
        })
    }

    /// All of them without their fields, for who needs no more than their names: with many it takes long to read all.
    pub fn heads(&self) -> impl Iterator<Item = Resource> + use<> {
        STORED.iter().map(|stored| stored.read::<WRITE_ONLY>(false))
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &'static Resource> + use<> {
        (0..STORED.len()).filter_map(|number| ALL.get(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_their_fields_they_are_the_same() {
        assert_eq!(ALL.heads().count(), DECLARED.len());
        for (head, whole) in ALL.heads().zip(ALL.iter()) {
            assert_eq!(head, Resource { fields: &[], filters: &[], ..*whole });
        }
    }

    #[test]
    fn what_is_stored_is_what_is_declared() {
        assert_eq!(ALL.iter().count(), DECLARED.len());
        for (stored, declared) in ALL.iter().zip(DECLARED) {
            // What only types say is not stored.
            let declared = Resource { doc: "", by_template: &[], ..**declared };
            assert_eq!(stored.operations, declared.operations, "{}", declared.name);
            for (stored, declared) in stored.fields.iter().zip(declared.fields) {
                assert_eq!(stored, declared);
            }
            assert_eq!(*stored, declared);
        }
    }
}
