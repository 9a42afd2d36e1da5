// SPDX-License-Identifier: Apache-2.0
#include "services/otp/token_file.h"

#include "services/otp/csv_reader.h"
#include "services/otp/otpauth_reader.h"
#include "services/otp/pskc_reader.h"
#include "services/otp/sdtid_reader.h"

namespace holdfast::otp {

using namespace Qt::StringLiterals;

TokenRecords readTokenFile(contract::ImportFormat format, QByteArrayView file, const TokenFileKeys& keys,
                           const SdtidReaderOptions& sdtid)
{
    if (file.isEmpty()) {
        return tl::make_unexpected(
            ImportFault {u"file_empty"_s, u"The file is empty."_s, u"Check that this is the right file."_s});
    }
    if (file.size() > maxTokenFileBytes) {
        return tl::make_unexpected(ImportFault {
            u"file_too_large"_s, u"The file has more than %1 MiB."_s.arg(maxTokenFileBytes / 1024 / 1024),
            u"Split it into several files."_s});
    }
    switch (format) {
    case contract::ImportFormat::Pskc:
        return readPskc(file, keys);
    case contract::ImportFormat::Sdtid:
        return readSdtid(file, keys.passphrase, sdtid);
    case contract::ImportFormat::Otpauth:
        return readOtpauth(file);
    case contract::ImportFormat::Csv:
        return readCsv(file);
    }
    return tl::make_unexpected(ImportFault {u"format_not_supported"_s,
                                            u"Files of this format cannot be read."_s,
                                            u"Ask for the file as PSKC, sdtid, otpauth or CSV."_s});
}

} // namespace holdfast::otp
