// SPDX-License-Identifier: Apache-2.0
#include "models/words.h"
#include "models/words_table.h"

namespace holdfast::models::words {

namespace {

constexpr std::array causes {
    Entry {"passphrase_required", QT_TRANSLATE_NOOP("Words", "The file is encrypted under a passphrase.")},
    Entry {"wrong_passphrase", QT_TRANSLATE_NOOP("Words", "The passphrase does not open the file.")},
    Entry {"passphrase_or_record_wrong",
           QT_TRANSLATE_NOOP("Words", "The passphrase does not open the record, or the record is damaged.")},
    Entry {"key_required",
           QT_TRANSLATE_NOOP("Words", "The file is encrypted under a key that was agreed beforehand.")},
    Entry {"wrong_key", QT_TRANSLATE_NOOP("Words", "The key does not open the file.")},
    Entry {"mac_missing",
           QT_TRANSLATE_NOOP("Words", "Nothing in the file shows that its values are unchanged.")},
    Entry {"no_records", QT_TRANSLATE_NOOP("Words", "The file holds no tokens.")},
    Entry {"not_pskc", QT_TRANSLATE_NOOP("Words", "The file is no PSKC key container.")},
    Entry {"not_sdtid", QT_TRANSLATE_NOOP("Words", "The file is no sdtid file.")},
    Entry {"serial_missing", QT_TRANSLATE_NOOP("Words", "The record has no serial number.")},
    Entry {"secret_missing", QT_TRANSLATE_NOOP("Words", "The record holds no secret.")},
    Entry {"record_is_a_pin",
           QT_TRANSLATE_NOOP("Words", "The record holds a PIN for another record, not a token.")},
    Entry {"challenge_not_supported", QT_TRANSLATE_NOOP("Words", "The token answers challenges.")},
    Entry {"digits_not_supported",
           QT_TRANSLATE_NOOP("Words", "The length of the token's codes is not supported.")},
    Entry {"dates_reversed", QT_TRANSLATE_NOOP("Words", "The token would expire before it becomes valid.")},
    Entry {"file_empty", QT_TRANSLATE_NOOP("Words", "The file is empty.")},
    Entry {"file_cut_off", QT_TRANSLATE_NOOP("Words", "The file ends in the middle.")},
    Entry {"file_too_large", QT_TRANSLATE_NOOP("Words", "The file is too large.")},
    Entry {"file_not_read", QT_TRANSLATE_NOOP("Words", "The file could not be read.")},
};

constexpr std::array cures {
    Entry {"passphrase_required",
           QT_TRANSLATE_NOOP("Words", "Enter the passphrase that came with the file.")},
    Entry {"wrong_passphrase",
           QT_TRANSLATE_NOOP("Words", "Type the passphrase again; upper and lower case count.")},
    Entry {"key_required", QT_TRANSLATE_NOOP("Words", "Enter that key, in hexadecimal digits.")},
    Entry {"wrong_key", QT_TRANSLATE_NOOP("Words", "Check the key against what its sender gave you.")},
    Entry {"no_records", QT_TRANSLATE_NOOP("Words", "Check that this is the right file.")},
    Entry {"serial_missing",
           QT_TRANSLATE_NOOP("Words", "Ask for the file with a serial number in each record.")},
    Entry {"secret_missing", QT_TRANSLATE_NOOP("Words", "Ask for the file with the secrets in it.")},
    Entry {"record_is_a_pin",
           QT_TRANSLATE_NOOP("Words", "Nothing to do: people choose their PIN at their first sign-in.")},
    Entry {"dates_reversed", QT_TRANSLATE_NOOP("Words", "Ask for the file with the right dates.")},
    Entry {"file_empty", QT_TRANSLATE_NOOP("Words", "Choose another file.")},
    Entry {"file_cut_off", QT_TRANSLATE_NOOP("Words", "Ask for the file again.")},
    Entry {"file_too_large", QT_TRANSLATE_NOOP("Words", "Split it into several files.")},
    Entry {"file_not_read",
           QT_TRANSLATE_NOOP("Words", "Check that the file is there and that you may read it.")},
};

} // namespace

QString importCause(const QString& code, const QString& fallback)
{
    const QString known = find(causes, code);
    return known.isEmpty() ? fallback : known;
}

QString importCure(const QString& code, const QString& fallback)
{
    const QString known = find(cures, code);
    return known.isEmpty() ? fallback : known;
}

} // namespace holdfast::models::words
