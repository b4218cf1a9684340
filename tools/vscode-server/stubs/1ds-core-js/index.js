// Stands in for Microsoft's telemetry client: nothing is ever sent.
exports.AppInsightsCore = class {};
