#include "CPoppler.h"

#include <cstdlib>
#include <cstring>
#include <memory>

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>
#include <poppler-version.h>

// No exception passes into Swift: every entry catches all.

struct pdf_document {
  std::unique_ptr<poppler::document> inside;
};

static void keep_quiet(const std::string &, void *) {}

static char *copy(const poppler::ustring &text) {
  const poppler::byte_array utf8 = text.to_utf8();
  char *out = static_cast<char *>(std::malloc(utf8.size() + 1));
  if (out == nullptr) return nullptr;
  size_t count = 0;
  // A NUL would end the text early.
  for (char byte : utf8)
    if (byte != '\0') out[count++] = byte;
  out[count] = '\0';
  return out;
}

pdf_document *pdf_document_open(const char *bytes, int32_t count, pdf_status *status) {
  *status = pdf_damaged;
  try {
    poppler::set_debug_error_function(keep_quiet, nullptr);
    std::unique_ptr<poppler::document> inside(poppler::document::load_from_raw_data(bytes, count));
    if (!inside) return nullptr;
    if (inside->is_locked()) {
      *status = pdf_locked;
      return nullptr;
    }
    *status = pdf_open;
    return new pdf_document{std::move(inside)};
  } catch (...) {
    return nullptr;
  }
}

void pdf_document_close(pdf_document *document) {
  try {
    delete document;
  } catch (...) {
  }
}

int32_t pdf_document_pages(const pdf_document *document) {
  try {
    return document->inside->pages();
  } catch (...) {
    return 0;
  }
}

char *pdf_document_information(const pdf_document *document, const char *key) {
  try {
    const poppler::ustring value = document->inside->info_key(key);
    return value.empty() ? nullptr : copy(value);
  } catch (...) {
    return nullptr;
  }
}

int64_t pdf_document_time(const pdf_document *document, const char *key) {
  try {
    return static_cast<int64_t>(document->inside->info_date_t(key));
  } catch (...) {
    return -1;
  }
}

char *pdf_document_text(const pdf_document *document, int32_t number) {
  try {
    std::unique_ptr<poppler::page> page(document->inside->create_page(number));
    if (!page) return nullptr;
    return copy(page->text(poppler::rectf(), poppler::page::non_raw_non_physical_layout));
  } catch (...) {
    return nullptr;
  }
}
