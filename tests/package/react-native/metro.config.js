// React Native's own settings of Metro. What an app has of react-native itself is left out: it needs a phone.
const { getDefaultConfig, mergeConfig } = require("@react-native/metro-config");

module.exports = mergeConfig(getDefaultConfig(__dirname), {
    // Without react-native's InitializeCore; src/globals.js stands for it.
    serializer: { getModulesRunBeforeMainModule: () => [] },
});
