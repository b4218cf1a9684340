// Stands in for a native module that ends the server when its parent dies; our launcher ends the whole process group.
exports.start = () => {};
