export default {
    // The folder that this file is in: there may be lock files above it.
    turbopack: { root: import.meta.dirname },
};
