// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/contract/token.h"
#include "services/otp/code.h"

#include <memory>

struct stoken_ctx;

namespace holdfast::otp {

struct CodeParameters
{
    contract::TokenKind kind {};
    contract::HashAlgorithm algorithm {}; // of HOTP and TOTP
    int digits = 6;
    int intervalSeconds = 30; // of TOTP and SecurID; 0 for HOTP
};

// Computes the codes of one token, whatever its kind. Made for one evaluation and used by one thread at a
// time; any number may be at work in different threads (libstoken keeps no state besides its context).
class CodeGenerator
{
public:
    // `seed` as it is stored, opened: the key's bytes for HOTP and TOTP; for SecurID the string of
    // stoken_encrypt_seed without password and device id. Errors: seed_invalid, parameters_invalid.
    static contract::Result<CodeGenerator> create(const CodeParameters& parameters, contract::Secret seed);

    // `position` is the counter for HOTP, else the time step (oath.h, stepAt). Without PIN: for a token whose
    // app mixes in the PIN, the code under it (see pin_pad.h). 1 microsecond. Throws std::invalid_argument
    // for a negative position.
    [[nodiscard]] Code code(qint64 position) const;

    [[nodiscard]] const CodeParameters& parameters() const { return m_parameters; }

private:
    struct ContextEnd
    {
        void operator()(stoken_ctx* context) const;
    };
    using Context = std::unique_ptr<stoken_ctx, ContextEnd>;
    static Context openSecurId(QByteArrayView seed);
    CodeGenerator(const CodeParameters& parameters, contract::Secret seed, Context context);
    [[nodiscard]] Code securIdCode(qint64 step) const;

    CodeParameters m_parameters;
    contract::Secret m_seed; // empty for SecurID, where the context holds it
    Context m_context; // null for HOTP and TOTP
};

} // namespace holdfast::otp
