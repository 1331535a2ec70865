//! The resources of the API, one declaration a file, in a folder for each application. This list is all that the
//! rest of the crate knows of them.

use crate::schema::Resource;

macro_rules! resources {
    ($($application:ident { $($module:ident)* })*) => {
        $(mod $application { $(pub mod $module;)* })*

        /// Every declared resource, by application. A resource is known to the JavaScript layer by its place here.
        pub static ALL: &[&Resource] = &[$($(&$application::$module::RESOURCE,)*)*];
    };
}

resources! {
    accounts { organizationusersegment }
    organization { externalclientcontactperson }
}
