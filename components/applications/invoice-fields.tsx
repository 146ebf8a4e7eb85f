import { TextArea, TextField } from "@/components/forms/fields";
import type { Invoice } from "@/lib/applications/schema-offer";

/** Who the invoice goes to, asked when a place that is not funded is accepted. */
export function InvoiceFields({ before }: { before: Partial<Invoice> }) {
  return (
    <>
      <h2 className="mt-8 mb-2">The invoice</h2>
      <p className="mb-5">We send it to whoever pays the fee. Ask them now if you are not sure.</p>
      <TextField
        name="payerName"
        label="Who is it made out to?"
        hint="The school or trust, or your own name if you pay yourself."
        maxLength={200}
        defaultValue={before.payerName ?? ""}
      />
      <TextField
        name="contactName"
        label="Who do we write to about it?"
        maxLength={120}
        defaultValue={before.contactName ?? ""}
      />
      <TextField
        name="email"
        label="Their e-mail address"
        type="email"
        inputMode="email"
        maxLength={254}
        defaultValue={before.email ?? ""}
      />
      <TextArea
        name="address"
        label="Address"
        hint="Building, street and town."
        rows={3}
        maxLength={500}
        defaultValue={before.address ?? ""}
      />
      <TextField
        name="postcode"
        label="Postcode"
        width="short"
        maxLength={10}
        defaultValue={before.postcode ?? ""}
      />
      <TextField
        name="purchaseOrder"
        label="Purchase order number"
        hint="If your finance office needs one on the invoice."
        optional
        width="medium"
        maxLength={60}
      />
    </>
  );
}
