-- Regulators: an agency is in the register with a USCC and a region of its own, and has keys that speak for it.

ALTER TABLE registry.operator DROP CONSTRAINT operator_role_check;
ALTER TABLE registry.operator
  ADD CONSTRAINT operator_role_check CHECK (role IN ('producer', 'distributor', 'caterer', 'regulator'));
ALTER TABLE registry.operator
  ADD CONSTRAINT operator_regulator_check CHECK (role <> 'regulator' OR NOT terminal);

-- an enterprise key speaks for one operator, a regulator's for its agency or for none, an admin's for none
ALTER TABLE registry.api_key DROP CONSTRAINT api_key_check;
ALTER TABLE registry.api_key
  ADD CONSTRAINT api_key_operator_check
    CHECK (CASE role WHEN 'enterprise' THEN operator IS NOT NULL WHEN 'admin' THEN operator IS NULL ELSE true END);
