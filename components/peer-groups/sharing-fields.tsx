import { CheckboxField, TextField } from "@/components/forms/fields";
import { ABOUT_MAX } from "@/lib/peer-groups/schema";
import type { MyProfile } from "@/lib/peer-groups/views";

/** What somebody shares with their group: each on its own, each off until it is switched on or filled in. */
export function SharingFields({ profile, ownEmail }: { profile: MyProfile; ownEmail: string }) {
  return (
    <>
      <CheckboxField
        name="sharesEmail"
        value="yes"
        label={`Share my e-mail address, ${ownEmail}`}
        defaultChecked={profile.sharesEmail}
      />
      <TextField
        name="phone"
        type="tel"
        autoComplete="tel"
        width="medium"
        maxLength={30}
        label="Phone number"
        hint="Leave it empty to share none. We do not keep it otherwise."
        optional
        defaultValue={profile.phone}
      />
      <TextField
        name="about"
        maxLength={ABOUT_MAX}
        label="A line about yourself"
        hint="What you work on, or what others may ask you about."
        optional
        defaultValue={profile.about}
      />
    </>
  );
}
