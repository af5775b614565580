// A page is never left empty because its parts come slowly: RequireJS gives up after 7 seconds, and does not hear that Camunda's pages wish otherwise.
window.require.config({ waitSeconds: 0 });
