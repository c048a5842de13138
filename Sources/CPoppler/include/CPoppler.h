#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A PDF that is open; the bytes it was opened from must outlive it.
typedef struct pdf_document pdf_document;

/// How opening went.
typedef enum { pdf_open = 0, pdf_locked = 1, pdf_damaged = 2 } pdf_status;

/// Opens a PDF in memory; NULL unless the status is `pdf_open`.
pdf_document *pdf_document_open(const char *bytes, int32_t count, pdf_status *status);
/// Closes it.
void pdf_document_close(pdf_document *document);
/// Number of pages, which a damaged document may claim falsely.
int32_t pdf_document_pages(const pdf_document *document);
/// A value of the document's information ("Title") in UTF-8, to be freed; NULL when there is none.
char *pdf_document_information(const pdf_document *document, const char *key);
/// The time of a value of the information ("CreationDate") in seconds since 1970, UTC; -1 when there is none.
int64_t pdf_document_time(const pdf_document *document, const char *key);
/// The text of a page in reading order in UTF-8, lines ended by line feeds, to be freed; NULL when the page is damaged.
char *pdf_document_text(const pdf_document *document, int32_t page);

#ifdef __cplusplus
}
#endif
