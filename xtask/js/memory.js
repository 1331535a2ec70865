 // In place of what wasm2js writes: that copies all memory for each 64 KiB more, and answers a success where there is no more.
 var pages = buffer.byteLength >> 16;
 function __wasm_memory_size() {
  return pages;
 }

 function __wasm_memory_grow(more) {
  var before = pages;
  var wanted = before + (more >>> 0);
  // Addresses are signed here: from 2 GiB on they would be no places of an array.
  if (wanted > 32767) return -1;
  if (wanted << 16 > buffer.byteLength) {
   var larger = allocate(Math.min(before + (before >> 1) + more, 32767)) || allocate(wanted);
   if (!larger) return -1;
   new Uint8Array(larger).set(HEAPU8);
   HEAP8 = new Int8Array(larger);
   HEAP16 = new Int16Array(larger);
   HEAP32 = new Int32Array(larger);
   HEAPU8 = new Uint8Array(larger);
   HEAPU16 = new Uint16Array(larger);
   HEAPU32 = new Uint32Array(larger);
   HEAPF32 = new Float32Array(larger);
   HEAPF64 = new Float64Array(larger);
   buffer = larger;
   bufferView = HEAPU8;
  }
  pages = wanted;
  return before;
 }

 function allocate(pages) {
  try {
   return new ArrayBuffer(pages << 16);
  } catch {
   return undefined;
  }
 }

