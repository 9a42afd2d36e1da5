// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/otp/sdtid_batch.h"

// Reads one sdtid record with libstoken. This runs in the reader program, not in the service.
namespace holdfast::otp {

// `passphrase` may be null. Whether a passphrase is wrong or a record was changed cannot be told from one
// record; both are `passphrase_or_record_wrong` here, and the whole file tells (see SdtidReader).
[[nodiscard]] TokenRecord importSdtidRecord(const SdtidRecord& record, const contract::Secret* passphrase);

inline constexpr auto passphraseOrRecordWrong = "passphrase_or_record_wrong";

} // namespace holdfast::otp
