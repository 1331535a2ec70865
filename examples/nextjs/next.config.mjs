/** @type {import("next").NextConfig} */
export default {
    // Every path of the API ends in a slash. Without this Next answers such a path with a redirect to the one without.
    skipTrailingSlashRedirect: true,
    // The folder that this file is in: there may be lock files above it.
    turbopack: { root: import.meta.dirname },
};
