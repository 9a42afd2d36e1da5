// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/offline/record_hash.h"
#include "services/offline/set_header.h"

#include <optional>

// How a set is laid out: what its writer and its reader share. See docs/offline-format.md.
namespace holdfast::offline {

inline constexpr QByteArrayView setMagic = "HFOFF";
inline constexpr char setVersion = 1;
inline constexpr qsizetype longestHeader = 65536;
inline constexpr int mostBlocks = 128;
inline constexpr qsizetype setSignatureSize = 64;
inline constexpr qsizetype sealOverhead = 24 + 16; // nonce and tag
inline constexpr qsizetype setSaltSize = 32;
inline constexpr qsizetype slowSaltSize = 16;
inline constexpr qsizetype keyCheckSize = 16;
inline constexpr int fewestHiddenBits = 12; // of a grant of 512 uses, the longest
inline constexpr int mostHiddenBits = 24;
// What a search for one code may take: a wrong code is known within tenths of a second.
inline constexpr qint64 mostHashesOfSearch = qint64 {1} << 21;
// Of emergency codes, however many uses the token's grant has.
inline constexpr int emergencyHiddenBits = 16;

// What is wrong with a header beyond the bounds of its fields; nothing if all is well.
[[nodiscard]] std::optional<QString> headerFault(const SetHeader& header);
// How many records one code is compared with: the steps around a clock, or a whole grant of a counter.
[[nodiscard]] qint64 recordsOfSearch(const SetHeader& header);
// As many as the header wants, and for a counter's grant no more than a search may take.
[[nodiscard]] int hiddenBitsFor(const SetHeader& header);
[[nodiscard]] int hiddenBitsOfEmergency(const SetHeader& header);
// Exactly so many bytes in Base64; none otherwise.
[[nodiscard]] std::optional<QByteArray> bytesOfBase64(const QString& text, qsizetype size);

[[nodiscard]] QByteArray blockIdentity(int block); // associated data
[[nodiscard]] contract::Secret blockKeyOf(const contract::Secret& key); // of a day or of the emergency codes
[[nodiscard]] QByteArray keyCheckOf(const contract::Secret& firstDayKey);
// What the service signs of everything that stands before the signature.
[[nodiscard]] QByteArray signedBySet(QByteArrayView beforeSignature);

} // namespace holdfast::offline
