// What the command line and the page share: files of rows, as people have them. Pure TypeScript without Node or the DOM,
// but web standards (TextDecoder, streams), and papaparse. Nothing here knows a field of the API by name but `id`.
//
//   new RowReader({ kind?, encoding?, separator? })            bytes -> rows, and what the file turned out to be:
//       .push(bytes): SourceRow[]  .end(): SourceRow[]           .kind .encoding .separator .header
//   rowsOf(pieces, reader): AsyncGenerator<SourceRow[]>        the same for an async iterable of bytes;
//   piecesOf(stream): AsyncGenerator<Uint8Array>                 that of a `Blob` is piecesOf(blob.stream())
//   matchColumns(header, schema, chosen?): Column[]            headers -> fields; `field` is absent where there is none,
//                                                                and `why` and `nearest` say more
//   fieldNamed(text, schema), nearestOf(text, names)           one name, however it is written; the nearest one
//   checkRows(rows, columns, schema, { locale?, mode? })       what is wrong: { row, line, column?, field, code, message }
//   inputOf(row, columns)                                      what the schema takes: a form (`parseForm`) of cells, which
//                                                                holds `id` as well; else the row's JSON
//   givenOf(row, columns, field)                               what it gives for one field, as the file has it
//   plainOf(cells, columns)                                    the same as JSON, where there is no doubt: five times quicker
//   told(place, row, columns, path, code, message), sentenceOf(wrong)   an issue of the server's in the same shape; words
//   failedHead(file), failedRow(row, reasons, file)            the file of failed rows, to be mended and imported again
//   csvLine(cells, separator?)                                 one line of a file that these readers read
//   excelText(text)                                            the same text, of which Excel makes nothing else
//
//   const reader = new RowReader();
//   let columns: Column[] | undefined;
//   for await (const rows of rowsOf(piecesOf(blob.stream()), reader)) {
//       columns ??= matchColumns(reader.header ?? [], Tenant);   // of JSON there is no header, and there are no columns
//       for (const wrong of checkRows(rows, columns, Tenant, { locale: "sv" })) console.log(sentenceOf(wrong));
//   }
//
// `checkRows` sees an `id` twice within what it is given at once. A file without a single row yields nothing: look at
// `reader.header` after `end`.

export { formOf, hintOf, type FormRow } from "./cells";
export {
    checkRows,
    givenOf,
    inputOf,
    sentenceOf,
    told,
    type CheckOptions,
    type Judge,
    type ModelIssue,
    type Wrong,
} from "./check";
export { bareName, fieldNamed, matchColumns, nearestOf, type Chosen, type Column, type Model, type ModelField } from "./columns";
export type { Separator } from "./csv";
export { excelText } from "./excel";
export { csvLine, failedHead, failedRow, REASON, withoutReason, type FailedFile } from "./failed";
export { plainOf } from "./plain";
export { piecesOf, RowReader, rowsOf, type Kind, type ReadOptions, type SourceRow } from "./read";
export { EncodingError, type Encoding } from "./text";
