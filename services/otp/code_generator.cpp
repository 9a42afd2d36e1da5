// SPDX-License-Identifier: Apache-2.0
#include "services/otp/code_generator.h"

#include "services/otp/oath.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <stdexcept>
#include <stoken.h>

namespace holdfast::otp {

namespace {

// libstoken wants a PIN for a token whose app mixes one in. Adding zeroes leaves the code as it is.
constexpr auto pinOfZeroes = "0000";
constexpr qsizetype longestSeed = 85;

contract::Unexpected invalidSeed()
{
    return contract::failure(contract::ErrorKind::Internal, QStringLiteral("seed_invalid"),
                             QStringLiteral("The stored seed of the token cannot be used."));
}

} // namespace

void CodeGenerator::ContextEnd::operator()(stoken_ctx* context) const
{
    stoken_destroy(context);
}

CodeGenerator::CodeGenerator(const CodeParameters& parameters, contract::Secret seed, Context context)
    : m_parameters(parameters)
    , m_seed(std::move(seed))
    , m_context(std::move(context))
{ }

// Null unless `seed` is the string that stoken_encrypt_seed makes: digits alone, so that no other format of
// libstoken, XML above all, is ever read in this process.
CodeGenerator::Context CodeGenerator::openSecurId(QByteArrayView seed)
{
    std::array<char, longestSeed + 1> text {};
    if (seed.size() > longestSeed
        || !std::all_of(seed.begin(), seed.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        return nullptr;
    }
    std::copy(seed.begin(), seed.end(), text.begin());
    Context context(stoken_new());
    const bool opened = context && stoken_import_string(context.get(), text.data()) == 0
        && stoken_decrypt_seed(context.get(), nullptr, nullptr) == 0;
    OPENSSL_cleanse(text.data(), text.size());
    return opened ? std::move(context) : nullptr;
}

contract::Result<CodeGenerator> CodeGenerator::create(const CodeParameters& parameters, contract::Secret seed)
{
    const bool timed = parameters.kind != contract::TokenKind::Hotp;
    if (parameters.digits < minDigits || parameters.digits > maxDigits
        || (timed && parameters.intervalSeconds < 1)) {
        return contract::failure(contract::ErrorKind::Internal, QStringLiteral("parameters_invalid"),
                                 QStringLiteral("Digits or interval of the token are out of range."));
    }
    if (seed.isEmpty()) {
        return invalidSeed();
    }
    if (parameters.kind != contract::TokenKind::SecurId) {
        return CodeGenerator(parameters, std::move(seed), nullptr);
    }
    Context context = openSecurId(seed.reveal());
    if (!context) {
        return invalidSeed();
    }
    CodeGenerator generator(parameters, {}, std::move(context));
    if (generator.securIdCode(0).length() != parameters.digits) {
        return invalidSeed();
    }
    return generator;
}

Code CodeGenerator::code(qint64 position) const
{
    if (position < 0) {
        throw std::invalid_argument("a counter or time step is not negative");
    }
    if (m_context) {
        return securIdCode(position);
    }
    return hotp(m_seed.reveal(), static_cast<quint64>(position), m_parameters.digits, m_parameters.algorithm);
}

Code CodeGenerator::securIdCode(qint64 step) const
{
    std::array<char, STOKEN_MAX_TOKENCODE + 1> text {};
    const auto when = static_cast<time_t>(step * m_parameters.intervalSeconds);
    const int failed = stoken_compute_tokencode(m_context.get(), when, pinOfZeroes, text.data());
    const Code code = failed ? Code() : Code(QByteArrayView(text.data(), qstrlen(text.data())));
    OPENSSL_cleanse(text.data(), text.size());
    if (code.length() == 0) {
        throw std::runtime_error("no tokencode for this time");
    }
    return code;
}

} // namespace holdfast::otp
