//! The resources of the API, one declaration a file, in a folder for each application. The list below is all that the
//! rest of the crate knows of them.

use crate::schema::Resource;

/// Hands the list to another macro: every resource by the name of its file, by application. A resource is known to the
/// JavaScript layer by its place in the list.
macro_rules! every_resource {
    ($then:ident) => {
        $then! {
            accounts {
                integrationuseragent
                organizationusersegment
                organizationuserworkengagement
                subtenant
                subtenantcontractconnection
            }
            organization { externalclientcontactperson }
        }
    };
}
pub(crate) use every_resource;

macro_rules! declare {
    ($($application:ident { $($resource:ident)* })*) => {
        $(
            /// The resources of one application.
            pub mod $application { $(pub mod $resource;)* }
        )*

        /// Every declared resource, by application.
        pub static ALL: &[&Resource] = &[$($(&$application::$resource::RESOURCE,)*)*];
    };
}
every_resource!(declare);
